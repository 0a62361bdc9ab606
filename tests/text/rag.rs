//! The right edge: even lines against every other choice of breaks, phrases and values at many widths.

use briefpress::text::LineRange;

use super::{ROTHERHAM, assert_whole, check, ems, shape, texts};

/// How far the lines but the last fall short, squared and summed: what is made least.
fn raggedness(lines: &[LineRange], width: f32) -> f32 {
    lines[..lines.len() - 1].iter().map(|line| (1.0 - line.width / width).powi(2)).sum()
}

#[test]
fn even_lines_are_as_many_and_whole_and_no_wider_and_end_in_two_words() {
    let (mut ragged, mut evened, mut lonely, mut lonely_before) = (0.0, 0.0, 0, 0);
    for text in ROTHERHAM.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let shaped = shape(text);
        for step in 0..120_u16 {
            let width = 9_000.5 + 313.0 * f32::from(step);
            let (full, even) = (shaped.break_lines(width), shaped.even(width));
            assert_eq!(even.len(), full.len(), "{text:?} at {width}");
            assert_whole(&shaped, &even);
            assert!(even.iter().all(|line| line.width <= width + 0.02), "{text:?} at {width}");
            if even.len() > 1 {
                ragged += raggedness(&full, width);
                evened += raggedness(&even, width);
                let one = |lines: &[LineRange]| {
                    let last = texts(&shaped, lines).last().map_or(0, |last| last.split_whitespace().count());
                    usize::from(last == 1)
                };
                lonely += one(&even);
                lonely_before += one(&full);
            }
        }
    }
    assert!(lonely * 8 < lonely_before, "{lonely} of {lonely_before} stay");
    // Lines give up a little of their length for last lines that are not lonely.
    assert!(evened < ragged * 1.4, "{evened} {ragged}");
}

#[test]
fn no_other_breaks_into_as_many_lines_are_less_ragged() {
    let text =
        "One two three, a longest word of them all and then a few more to fill this paragraph up to here";
    let shaped = shape(text);
    let spaces: Vec<usize> = text.match_indices(' ').map(|(at, _)| at + 1).collect();
    for width in [14_000.0_f32, 17_000.0, 19_500.0, 23_000.0] {
        let even = shaped.even(width);
        let cost = |pieces: &[&str]| -> Option<f32> {
            let mut cost = 0.0;
            for (index, piece) in pieces.iter().enumerate() {
                let share = ems(piece.trim_end()) / width;
                if share > 1.0 {
                    return None;
                }
                match index + 1 == pieces.len() {
                    true if share < 0.2 || piece.split_whitespace().count() < 2 => return None,
                    true => {}
                    false => {
                        let letter = piece.split_whitespace().last().is_some_and(|word| word.len() == 1);
                        cost += (1.0 - share).powi(2) + if letter { 0.01 } else { 0.0 };
                    }
                }
            }
            Some(cost)
        };
        let found = cost(&texts(&shaped, &even)).expect("these widths leave a good last line");
        // Every choice of so many of the spaces.
        for choice in 0..1_u32 << spaces.len() {
            if choice.count_ones() as usize + 1 != even.len() {
                continue;
            }
            let cuts = spaces.iter().enumerate().filter(|(bit, _)| choice >> bit & 1 == 1).map(|(_, at)| *at);
            let bounds: Vec<usize> = [0].into_iter().chain(cuts).chain([text.len()]).collect();
            let pieces: Vec<&str> = bounds.windows(2).map(|pair| &text[pair[0]..pair[1]]).collect();
            if let Some(other) = cost(&pieces) {
                assert!(found <= other + 1e-4, "{pieces:?} is better at {width}: {other} < {found}");
            }
        }
    }
}

#[test]
fn a_phrase_stays_together_and_is_divided_where_a_line_is_too_narrow() {
    let whole = ems("to Friday 9am to 5pm");
    check("Monday to Friday 9am to 5pm", whole, &["Monday to Friday ", "9am to 5pm"]);
    check("see Section 47", ems("see Section"), &["see ", "Section 47"]);
    check("see Section 47", ems("Section"), &["see ", "Section ", "47"]);
    // A name may be made smaller for its longest word; a phrase is none.
    assert_eq!(shape("Section 47").min_width(), ems("Section"));
    assert_eq!(shape("Section 47").whole_width(), ems("Section 47"));
}

#[test]
fn values_that_are_too_wide_are_broken_at_their_own_places() {
    let address = "www.ceop.police.uk/Safety-Centre";
    check(address, ems("www.ceop.police.uk/"), &["www.ceop.police.uk/", "Safety-Centre"]);
    // After the slash alone it would need a torn line.
    let narrow = ems("www.ceop.police");
    check(address, narrow, &["www.ceop.police", ".uk/Safety", "-Centre"]);
    let email = "safeguarding.front-door@ashford-vale.gov.uk";
    check(email, ems("safeguarding.front-door"), &["safeguarding.front-door", "@ashford-vale.gov.uk"]);
    check("01632 960777 ext. 4410", ems("01632 960777 e"), &["01632 960777 ", "ext. 4410"]);
}
