package cases

// Column is where the board shows a case.
type Column string

// The columns: what is new, is verified, waits for a signature, is concluded but not
// finished, and is at its end.
const (
	ColumnNew       Column = "new"
	ColumnVerifying Column = "verifying"
	ColumnToSign    Column = "to_sign"
	ColumnToPublish Column = "to_publish"
	ColumnDone      Column = "done"
)

// Columns are all, in the order of a life.
func Columns() []Column {
	return []Column{ColumnNew, ColumnVerifying, ColumnToSign, ColumnToPublish, ColumnDone}
}

// Column is where the board shows a case in this state.
func (s State) Column() Column {
	switch s {
	case Received:
		return ColumnNew
	case Classified, Verifying:
		return ColumnVerifying
	case Drafted:
		return ColumnToSign
	case Concluded, Labelled, Published, Forwarded:
		return ColumnToPublish
	}
	return ColumnDone
}

// Label is the column's Vietnamese name.
func (c Column) Label() string {
	return map[Column]string{
		ColumnNew: "Mới nhận", ColumnVerifying: "Đang kiểm chứng", ColumnToSign: "Chờ ký",
		ColumnToPublish: "Đã kết luận, còn việc", ColumnDone: "Đã xong",
	}[c]
}
