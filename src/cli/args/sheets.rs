//! Options about paper: takes the words of a command line, gives names of sheets, paper and page sizes.

use briefpress::geom::{Point, Pt};
use clap::{Args, ValueEnum};

use super::choice::choice;
use super::words::SHEETS;

/// How pages are arranged on paper.
#[derive(Clone, Debug, Default, Args)]
pub(crate) struct SheetArgs {
    /// Which paper --handout is for; A4 unless you say
    #[arg(long, value_name = "PAPER", value_parser = choice::<SheetPaper>(), requires = "handout", help_heading = SHEETS)]
    pub sheet_paper: Option<SheetPaper>,
    /// How your printer turns the paper over to print its back
    #[arg(long, value_name = "EDGE", value_parser = choice::<FlipKind>(), requires = "sheets", help_heading = SHEETS)]
    pub flip: Option<FlipKind>,
    /// Move the fronts of sheets right and down by so many millimetres, such as 0.5,-1; a test sheet tells them
    #[arg(long, value_name = "X,Y", requires = "sheets", allow_hyphen_values = true, value_parser = offset, help_heading = SHEETS)]
    pub offset: Option<Point>,
    /// The same for the backs of sheets; as the fronts unless you say
    #[arg(long, value_name = "X,Y", requires = "sheets", allow_hyphen_values = true, value_parser = offset, help_heading = SHEETS)]
    pub offset_back: Option<Point>,
    /// Fill a sheet of cards from this place on, along the rows, where the first ones are used already
    #[arg(long, value_name = "NUMBER", requires = "sheet", value_parser = clap::value_parser!(u8).range(1..), help_heading = SHEETS)]
    pub start_at: Option<u8>,
    /// Also write a test sheet for each: outlines and a cross in millimetres, to try on plain paper
    #[arg(long, requires = "sheets", help_heading = SHEETS)]
    pub test_sheet: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum SheetPaper {
    /// 210 x 297 mm
    A4,
    /// 148 x 210 mm
    A5,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum PosterPaper {
    /// 210 x 297 mm
    A4,
    /// 297 x 420 mm; text is at least 14 pt
    A3,
    /// US Letter, 8.5 x 11 inches
    Letter,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum CardSize {
    /// What UK printers cut
    #[value(name = "85x55")]
    Trade,
    /// What cut sheets for office printers hold
    #[value(name = "85x54")]
    Sheet,
    /// A bank card: 85.60 x 53.98
    #[value(name = "id-1")]
    Id1,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum FlipKind {
    /// Like the page of a book; usual for cards
    LongEdge,
    /// Like the page of a wall calendar; usual for booklets
    ShortEdge,
}

fn offset(text: &str) -> Result<Point, String> {
    let millimetres = |part: &str| {
        let number = part.trim().trim_end_matches("mm").trim_end().parse::<f32>().ok()?;
        (-20.0..=20.0).contains(&number).then(|| Pt::mm(number))
    };
    let both = text.split_once(',').and_then(|(x, y)| Some(Point::new(millimetres(x)?, millimetres(y)?)));
    both.ok_or_else(|| "give millimetres to the right and down, such as 0.5,-1; at most 20".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_offset_is_two_lengths_of_either_sign() {
        assert_eq!(offset("0.5,-1"), Ok(Point::new(Pt::mm(0.5), Pt::mm(-1.0))));
        assert_eq!(offset("-2mm, 0"), Ok(Point::new(Pt::mm(-2.0), Pt::ZERO)));
        for wrong in ["1", "1,2,3", "30,0", "a,b", "NaN,0", ""] {
            assert!(offset(wrong).is_err(), "{wrong}");
        }
    }
}
