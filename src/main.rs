//! Starts the widget in the page.

fn main() {
    #[cfg(feature = "csr")]
    adal_check::mount::mount();
}
