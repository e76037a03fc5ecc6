//! Renders, in each language, the start page, which is part of the widget's file and works before the program runs,
//! and the body of the static edition. Usage: `prerender DIRECTORY`.

use std::path::Path;
use std::process::ExitCode;

use adal_check::host::Contacts;
use adal_check::session::Session;
use adal_check::ui::app::Frame;
use adal_check::ui::standard_page::edition::{Edition, EditionProps};
use adal_check::ui::view::View;
use adal_core::Lang;
use yew::{BaseComponent, Callback, ServerRenderer};

fn main() -> ExitCode {
    let Some(directory) = std::env::args().nth(1) else {
        eprintln!("usage: prerender DIRECTORY");
        return ExitCode::FAILURE;
    };
    for lang in Lang::ALL {
        for (name, page) in [("start", start_page(lang)), ("standard", edition(lang))] {
            let path = Path::new(&directory).join(format!("{name}.{}.html", lang.tag()));
            if let Err(error) = std::fs::write(&path, page) {
                eprintln!("cannot write {}: {error}", path.display());
                return ExitCode::FAILURE;
            }
        }
    }
    ExitCode::SUCCESS
}

fn start_page(lang: Lang) -> String {
    rendered(ServerRenderer::<Frame>::with_props(move || {
        View::new(Session::new(lang), Callback::noop(), Contacts::default())
    }))
}

fn edition(lang: Lang) -> String {
    rendered(ServerRenderer::<Edition>::with_props(move || EditionProps { lang }))
}

fn rendered<C: BaseComponent>(renderer: ServerRenderer<C>) -> String {
    futures::executor::block_on(renderer.hydratable(false).render())
}
