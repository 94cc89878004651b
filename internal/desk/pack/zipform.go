package pack

import (
	"encoding/binary"
	"hash/crc32"
	"io"
)

// The ZIP that Write gives has one form: stored files from the first byte on, without gaps,
// extra fields, comments or times, then the directory. So the form follows from names, sizes
// and checksums alone, and Verify can hold every byte of a file to it.
const (
	localSize   = 30
	centralSize = 46
	endSize     = 22
	asciiDate   = 1<<5 | 1 // 1 January 1980
	longestName = 200
)

// member is one file of a ZIP.
type member struct {
	name   string
	crc    uint32
	size   uint32
	offset uint32 // of its header
}

func (m member) local() []byte {
	b := make([]byte, 0, localSize+len(m.name))
	b = append(b, "PK\x03\x04"...)
	return append(m.common(b), m.name...)
}

// common is what both headers of a member say.
func (m member) common(b []byte) []byte {
	for _, v := range []uint16{20, 0, 0, 0, asciiDate} { // version, flags, stored, time, date
		b = binary.LittleEndian.AppendUint16(b, v)
	}
	for _, v := range []uint32{m.crc, m.size, m.size} {
		b = binary.LittleEndian.AppendUint32(b, v)
	}
	b = binary.LittleEndian.AppendUint16(b, uint16(len(m.name)))
	return binary.LittleEndian.AppendUint16(b, 0)
}

func (m member) central() []byte {
	b := make([]byte, 0, centralSize+len(m.name))
	b = append(b, "PK\x01\x02"...)
	b = binary.LittleEndian.AppendUint16(b, 20)
	b = m.common(b)
	b = append(b, make([]byte, 10)...) // comment, disk, attributes
	b = binary.LittleEndian.AppendUint32(b, m.offset)
	return append(b, m.name...)
}

// end closes a directory of so many members.
func end(members int, size, offset uint32) []byte {
	b := []byte("PK\x05\x06\x00\x00\x00\x00")
	b = binary.LittleEndian.AppendUint16(b, uint16(members))
	b = binary.LittleEndian.AppendUint16(b, uint16(members))
	b = binary.LittleEndian.AppendUint32(b, size)
	b = binary.LittleEndian.AppendUint32(b, offset)
	return binary.LittleEndian.AppendUint16(b, 0)
}

// zipWriter writes members one after another.
type zipWriter struct {
	w       io.Writer
	at      uint32
	members []member
	err     error
}

func (z *zipWriter) write(b []byte) {
	if z.err == nil {
		_, z.err = z.w.Write(b)
	}
	z.at += uint32(len(b))
}

func (z *zipWriter) add(name string, data []byte) {
	m := member{name, crc32.ChecksumIEEE(data), uint32(len(data)), z.at}
	z.members = append(z.members, m)
	z.write(m.local())
	z.write(data)
}

func (z *zipWriter) close() error {
	start := z.at
	for _, m := range z.members {
		z.write(m.central())
	}
	z.write(end(len(z.members), z.at-start, start))
	return z.err
}
