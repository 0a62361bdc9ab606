//! The pen: takes the operators that move text, gives the line that letters stand on (ISO 32000-1, 8.3 and 9.4).

use std::rc::Rc;

use super::letters::Letters;
use super::object::Object;

/// The six numbers of a matrix (ISO 32000-1, 8.3.3).
type Matrix = [f64; 6];

const UNIT: Matrix = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];

/// Where text is shown, and in which letters.
#[derive(Clone, Debug)]
pub(super) struct Pen {
    pub font: Option<Rc<Letters>>,
    pub size: f64,
    page: Matrix,
    line: Matrix,
    leading: f64,
}

impl Default for Pen {
    fn default() -> Self {
        Pen { font: None, size: 0.0, page: UNIT, line: UNIT, leading: 0.0 }
    }
}

impl Pen {
    /// Takes an operator that moves text, or that changes the page below it; all others leave it where it is.
    pub(super) fn moved(&mut self, word: &[u8], number: impl Fn(usize) -> f64) {
        match word {
            b"BT" => self.line = UNIT,
            b"Td" => self.step(number(0), number(1)),
            b"TD" => {
                self.leading = -number(1);
                self.step(number(0), number(1));
            }
            b"TL" => self.leading = number(0),
            b"T*" => self.next_line(),
            b"Tm" => self.line = std::array::from_fn(number),
            b"cm" => self.page = product(&std::array::from_fn(number), &self.page),
            _ => {}
        }
    }

    pub(super) fn next_line(&mut self) {
        self.step(0.0, -self.leading);
    }

    fn step(&mut self, x: f64, y: f64) {
        self.line = product(&[1.0, 0.0, 0.0, 1.0, x, y], &self.line);
    }

    /// Goes into a form with this matrix.
    pub(super) fn enter(&mut self, matrix: &[Object]) {
        let numbers: Vec<f64> = matrix.iter().filter_map(Object::number).collect();
        if let Ok(matrix) = Matrix::try_from(numbers) {
            self.page = product(&matrix, &self.page);
        }
    }

    /// Where the text last began, from the left edge of the page.
    pub(super) fn left(&self) -> f64 {
        product(&self.line, &self.page)[4]
    }

    /// The base line, and the size of letters on the page; upright text is meant.
    pub(super) fn line(&self) -> (f64, f64) {
        let matrix = product(&self.line, &self.page);
        (matrix[5], (self.size * matrix[2].hypot(matrix[3])).abs())
    }
}

/// First one matrix, then the other.
fn product(first: &Matrix, then: &Matrix) -> Matrix {
    let [a, b, c, d, e, f] = *first;
    let [p, q, r, s, t, u] = *then;
    [a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_moves_line_by_line_on_a_page_that_is_turned_over() {
        let mut pen = Pen { size: 10.0, ..Pen::default() };
        let numbers = |own: &'static [f64]| move |at: usize| own[at];
        pen.moved(b"cm", numbers(&[2.0, 0.0, 0.0, -2.0, 0.0, 800.0]));
        pen.moved(b"BT", numbers(&[]));
        pen.moved(b"Tm", numbers(&[1.0, 0.0, 0.0, -1.0, 20.0, 100.0]));
        assert_eq!(pen.line(), (600.0, 20.0));
        pen.moved(b"TD", numbers(&[0.0, -12.0]));
        assert_eq!(pen.line(), (576.0, 20.0));
        pen.next_line();
        assert_eq!(pen.line(), (552.0, 20.0));
    }
}
