//! Packs files into a ZIP archive without compression, as far as a document needs it.
//!
//! The libraries weigh too much here: in the program, after brotli, the crate `zip` takes 79 kB and `docx-rs` 196 kB.
//! This module and its callers take 4 kB.

/// Header bytes that are the same in both places where a file is described: version 2.0, no compression, and the
/// first day that the format supports, so that the same draft gives the same file.
const VERSION_AND_DATE: [u8; 10] = [20, 0, 0, 0, 0, 0, 0, 0, 0x21, 0];

/// Unix attributes: a regular file that the owner may write and everyone may read. Some programs treat entries
/// without it as damaged.
const REGULAR_FILE: [u8; 4] = [0, 0, 0xa4, 0x81];

/// An archive of these files, each with an ASCII name and its bytes.
pub(super) fn zip(files: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let (mut archive, mut directory) = (Vec::new(), Vec::new());
    for (name, bytes) in files {
        let description = describe(name, bytes);
        directory.extend(b"PK\x01\x02\x14\x03");
        directory.extend(&description);
        directory.extend([0; 6]);
        directory.extend(REGULAR_FILE);
        directory.extend(four(archive.len()));
        directory.extend(name.as_bytes());
        archive.extend(b"PK\x03\x04");
        archive.extend(&description);
        archive.extend(name.as_bytes());
        archive.extend(bytes);
    }
    let (start, count) = (four(archive.len()), two(files.len()));
    archive.extend(&directory);
    archive.extend(b"PK\x05\x06\0\0\0\0");
    archive.extend([count, count].concat());
    archive.extend([four(directory.len()), start].concat());
    archive.extend([0; 2]);
    archive
}

fn describe(name: &str, bytes: &[u8]) -> Vec<u8> {
    let mut description = VERSION_AND_DATE.to_vec();
    description.extend(checksum(bytes).to_le_bytes());
    description.extend(four(bytes.len()));
    description.extend(four(bytes.len()));
    description.extend(two(name.len()));
    description.extend([0; 2]);
    description
}

/// CRC-32 as ZIP defines it.
fn checksum(bytes: &[u8]) -> u32 {
    let step = |crc: u32, _| if crc & 1 == 0 { crc >> 1 } else { (crc >> 1) ^ 0xedb8_8320 };
    !bytes.iter().fold(u32::MAX, |crc, byte| (0..8).fold(crc ^ u32::from(*byte), step))
}

/// A number in four bytes, which is far more than a draft needs.
fn four(number: usize) -> [u8; 4] {
    (number as u32).to_le_bytes()
}

fn two(number: usize) -> [u8; 2] {
    (number as u16).to_le_bytes()
}
