package people

import (
	"fmt"
	"strings"

	"rsc.io/qr"
)

// qrCode is a QR code to draw: an SVG path over squares of one, Size wide. The quiet zone of
// four squares (ISO/IEC 18004) is counted in.
type qrCode struct {
	Size int
	Path string
}

// quiet is the light margin that readers need.
const quiet = 4

// newQR draws text. Nothing leaves the program: whoever saw it could make the codes.
func newQR(text string) (qrCode, error) {
	code, err := qr.Encode(text, qr.M)
	if err != nil {
		return qrCode{}, fmt.Errorf("draw a QR code: %w", err)
	}
	var path strings.Builder
	for y := range code.Size {
		for x := range code.Size {
			if code.Black(x, y) {
				fmt.Fprintf(&path, "M%d %dh1v1h-1z", x+quiet, y+quiet)
			}
		}
	}
	return qrCode{Size: code.Size + 2*quiet, Path: path.String()}, nil
}
