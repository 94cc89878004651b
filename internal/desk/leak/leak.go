// Package leak finds what a file tells beside what it is meant to say: hidden sheets, rows
// and text, comments, tracked changes, who wrote it, where a picture was taken, and the
// telephone, identity card, bank account and e-mail numbers of people. Clean writes a copy
// without it. What it does not understand is never called clean. Pure; nothing is fetched.
package leak

import (
	"bytes"
	"errors"

	"phatngon/internal/desk/same/picture"
)

// Type is what a file is, by its bytes.
type Type string

// The types that are taken.
const (
	Picture Type = "picture"
	DOCX    Type = "docx"
	XLSX    Type = "xlsx"
	PDF     Type = "pdf"
)

// Kind is what was found.
type Kind string

// The kinds.
const (
	Personal    Kind = "personal"     // a number or address of a person in the text
	HiddenSheet Kind = "hidden_sheet" // a sheet that is not shown
	HiddenCells Kind = "hidden_cells" // rows or columns that are not shown
	HiddenText  Kind = "hidden_text"
	Comment     Kind = "comment"
	Change      Kind = "change" // tracked: what was deleted, put in or moved
	Author      Kind = "author" // who wrote it, with what, where on whose disk
	Place       Kind = "place"  // where a picture was taken
	Names       Kind = "names"  // defined names of cells, with their notes
	Formula     Kind = "formula"
	Attached    Kind = "attached" // another file, a program, a link to data elsewhere
	Unread      Kind = "unread"   // what cannot be looked into
)

// Finding is one thing found and where. What says what it is, never more of a person's
// number than its kind.
type Finding struct {
	Kind  Kind   `bson:"kind" json:"kind"`
	Place string `bson:"place" json:"place"`
	What  string `bson:"what,omitempty" json:"what,omitempty"`
}

// Why a file is not taken, or has no clean copy.
var (
	ErrType    = errors.New("leak: no picture, PDF, DOCX or XLSX")
	ErrDamaged = errors.New("leak: damaged, with a password, or made to burst")
	ErrNoCopy  = errors.New("leak: no clean copy can be made of this file")
)

// Sniff says what a file is; its name counts for nothing.
func Sniff(data []byte) (Type, error) {
	switch {
	case bytes.HasPrefix(data, []byte("%PDF-")):
		return PDF, nil
	case bytes.HasPrefix(data, []byte("PK\x03\x04")):
		p, err := open(data)
		if err != nil {
			return "", err
		}
		return p.kind()
	}
	if _, err := picture.Read(data); err != nil {
		return "", ErrType
	}
	return Picture, nil
}

// Scan lists what a file tells beside what it is meant to say.
func Scan(data []byte) ([]Finding, error) {
	t, err := Sniff(data)
	if err != nil {
		return nil, err
	}
	switch t {
	case Picture:
		return ofPicture(data), nil
	case PDF:
		return ofPDF(data), nil
	}
	_, found, err := office(data)
	return found, err
}

// Clean is a copy without anything that Scan finds, and its type; ErrNoCopy when none can
// be made. The copy was scanned again.
func Clean(data []byte) ([]byte, Type, error) {
	t, err := Sniff(data)
	if err != nil {
		return nil, "", err
	}
	var copied []byte
	switch t {
	case Picture:
		var p picture.Picture
		if p, err = picture.Read(data); err == nil {
			copied, err = p.Clean()
		}
	case PDF:
		return nil, "", ErrNoCopy
	default:
		copied, _, err = office(data)
	}
	if err != nil {
		return nil, "", err
	}
	if left, err := Scan(copied); err != nil || len(left) > 0 {
		return nil, "", ErrNoCopy
	}
	return copied, t, nil
}
