//! Shows what is shipped in a sample page, on this machine only.

use tiny_http::{Header, Request, Response, Server};

use crate::project::{Outcome, read};
use crate::{bundle, setup};

const PORT: u16 = 8080;

/// The address, the file that it stands for, and its type. Nothing else is served.
const FILES: [(&str, &str, &str); 3] = [
    ("/", "tests/e2e/hosts/sample.html", "text/html; charset=utf-8"),
    ("/adal-check.js", "dist/adal-check.js", "text/javascript; charset=utf-8"),
    ("/adal-check.html", "dist/adal-check.html", "text/html; charset=utf-8"),
];

/// Sets up, builds, then serves until it is stopped.
pub(crate) fn run_serve(arguments: &[String]) -> Outcome {
    let port = match arguments {
        [] => PORT,
        [port] => port.parse().map_err(|_| format!("{port} is not a port number"))?,
        _ => return Err("cargo xtask serve [port]".to_owned()),
    };
    setup::run_setup()?;
    bundle::run_bundle(&[])?;
    let server = Server::http(("127.0.0.1", port)).map_err(|error| {
        format!("port {port} cannot be used: {error}. Another: cargo xtask serve 8081")
    })?;
    println!("\nhttp://localhost:{port}/                   in a sample page of a site");
    println!("http://localhost:{port}/adal-check.html    by itself");
    println!("Stop with Ctrl+C.");
    for request in server.incoming_requests() {
        answer(request)?;
    }
    Ok(())
}

fn answer(request: Request) -> Outcome {
    let path = request.url().split('?').next().unwrap_or_default();
    let Some((_, file, kind)) = FILES.iter().find(|(address, ..)| *address == path) else {
        // A browser that does not wait for the answer is no problem of the server.
        request.respond(Response::empty(404)).unwrap_or_default();
        return Ok(());
    };
    let kind = Header::from_bytes("content-type", *kind).map_err(|()| "bad header".to_owned())?;
    let fresh =
        Header::from_bytes("cache-control", "no-store").map_err(|()| "bad header".to_owned())?;
    let response = Response::from_data(read(file)?).with_header(kind).with_header(fresh);
    request.respond(response).unwrap_or_default();
    Ok(())
}
