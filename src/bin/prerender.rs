//! Writes the start page of each language as markup, which stands in the widget's file and can be used before the
//! program runs. Usage: `prerender DIRECTORY`.

use std::path::Path;
use std::process::ExitCode;
use std::rc::Rc;

use adal_check::host::Contacts;
use adal_check::session::Session;
use adal_check::ui::app::{Frame, FrameProps};
use adal_core::Lang;
use yew::{Callback, ServerRenderer};

fn main() -> ExitCode {
    let Some(directory) = std::env::args().nth(1) else {
        eprintln!("usage: prerender DIRECTORY");
        return ExitCode::FAILURE;
    };
    for lang in Lang::ALL {
        let path = Path::new(&directory).join(format!("start.{}.html", lang.tag()));
        if let Err(error) = std::fs::write(&path, start_page(lang)) {
            eprintln!("cannot write {}: {error}", path.display());
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}

fn start_page(lang: Lang) -> String {
    let renderer = ServerRenderer::<Frame>::with_props(move || FrameProps {
        session: Rc::new(Session::new(lang)),
        dispatch: Callback::noop(),
        contacts: Contacts::default(),
    });
    futures::executor::block_on(renderer.hydratable(false).render())
}
