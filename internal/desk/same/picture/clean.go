package picture

import (
	"bytes"
	"image/jpeg"
)

// quality is what a kept picture is written with: writing on it stays legible.
const quality = 88

// Clean is p as a JPEG that carries nothing else: no place, no camera, no name, no
// other file.
func (p Picture) Clean() ([]byte, error) {
	var out bytes.Buffer
	err := jpeg.Encode(&out, p.image, &jpeg.Options{Quality: quality})
	return out.Bytes(), err
}
