//! Makes cargo notice new files of the folders that the program includes whole.
fn main() {
    println!("cargo:rerun-if-changed=themes/default");
    println!("cargo:rerun-if-changed=starter");
}
