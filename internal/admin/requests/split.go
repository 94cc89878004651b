package requests

import (
	"fmt"

	"phatngon/internal/admin/door"
	"phatngon/internal/desk/request"
)

// pieceRows is how many parts the form takes at once.
const pieceRows = 4

// pieceForm is a row of the form that divides a part.
type pieceForm struct {
	Number     int
	Asks, Unit string
}

// freshPieces are empty rows, the first with what is asked now.
func freshPieces(asked string) []pieceForm {
	rows := make([]pieceForm, pieceRows)
	for i := range rows {
		rows[i].Number = i + 1
	}
	rows[0].Asks = asked
	return rows
}

// typedPieces are the rows as they were typed.
func typedPieces(v *door.Visit) []pieceForm {
	rows := freshPieces("")
	for i := range rows {
		rows[i].Asks, rows[i].Unit = v.Text(fmt.Sprintf("asks%d", i+1)), v.Text(fmt.Sprintf("unit%d", i+1))
	}
	return rows
}

// pieces are the rows that were filled in, with the codes of their units.
func (p *Pages) pieces(rows []pieceForm) []request.Piece {
	var all []request.Piece
	for i, row := range rows {
		if row.Asks == "" && row.Unit == "" && i > 0 {
			continue
		}
		unit, _ := p.Units.Pick(row.Unit) // one that is not known is refused below
		all = append(all, request.Piece{Unit: unit, Asks: row.Asks})
	}
	return all
}

func (p *Pages) postSplit(v *door.Visit) error {
	at, err := requestRef(v)
	if err != nil {
		return err
	}
	err = p.Flow.Requests.Split(v.Ctx, v.Officer, at, p.pieces(typedPieces(v)))
	return p.stepped(v, at, "split", err, "Đã chia yêu cầu. Người hỏi được báo các phần, đơn vị, và chọn cách nhận trả lời.")
}
