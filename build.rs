//! Makes cargo notice new files of the theme, which the program includes as one folder.
fn main() {
    println!("cargo:rerun-if-changed=themes/default");
}
