//! The small sRGB profile means the same as the one that the International Color Consortium publishes.

use moxcms::{ColorProfile, Layout, TransformOptions};

#[test]
fn the_small_profile_is_srgb() {
    let small = include_bytes!("../../icc/sRGB-small.icc");
    let known = include_bytes!("../../icc/sRGB2014.icc");
    let [small, known] =
        [&small[..], known].map(|bytes| ColorProfile::new_from_slice(bytes).expect("a sound profile"));
    let way = known
        .create_transform_8bit(Layout::Rgb, &small, Layout::Rgb, TransformOptions::default())
        .expect("both have a matrix and curves");
    let colours: Vec<u8> = (0..=255_u8).flat_map(|level| [level, 255 - level, level / 2]).collect();
    let mut seen = vec![0; colours.len()];
    way.transform(&colours, &mut seen).expect("both have as many pixels");
    let worst = colours.iter().zip(&seen).map(|(a, b)| a.abs_diff(*b)).max();
    assert!(worst <= Some(1), "{worst:?}");
}
