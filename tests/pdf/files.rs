//! Files as a whole: how large they are, and that their bytes depend on nothing but their content.

use super::make;
use briefpress::target::Target;

#[test]
fn the_example_fits_into_an_e_mail_many_times() {
    let sizes: Vec<usize> = make(&[Target::Screen]).iter().map(|product| product.bytes.len()).collect();
    let [poster, handout, card] = sizes[..] else { panic!("{sizes:?}") };
    assert!(poster <= 40_000 && handout <= 45_000 && card <= 25_000, "{sizes:?}");
}
