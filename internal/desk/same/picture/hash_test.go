package picture_test

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"math/rand/v2"
	"testing"

	"golang.org/x/image/draw"
	"golang.org/x/image/font"
	"golang.org/x/image/font/basicfont"
	"golang.org/x/image/math/fixed"

	"phatngon/internal/desk/same/picture"
)

// scene is a made-up photograph: hills of light, other ones for another number.
func scene(number uint64, width, height int) *image.RGBA {
	r := rand.New(rand.NewPCG(number, 1))
	small := image.NewRGBA(image.Rect(0, 0, 12, 9))
	for i := range small.Pix {
		small.Pix[i] = byte(r.IntN(256)) | byte(255*(i%4/3))
	}
	m := image.NewRGBA(image.Rect(0, 0, width, height))
	draw.CatmullRom.Scale(m, m.Bounds(), small, small.Bounds(), draw.Src, nil)
	return m
}

func scaled(m image.Image, width, height int) *image.RGBA {
	target := image.NewRGBA(image.Rect(0, 0, width, height))
	draw.BiLinear.Scale(target, target.Bounds(), m, m.Bounds(), draw.Src, nil)
	return target
}

func cut(m image.Image, by int) *image.RGBA {
	inner := m.Bounds().Inset(by)
	target := image.NewRGBA(image.Rect(0, 0, inner.Dx(), inner.Dy()))
	draw.Draw(target, target.Bounds(), m, inner.Min, draw.Src)
	return target
}

func blank(width, height int) *image.RGBA {
	return each(image.NewRGBA(image.Rect(0, 0, width, height)), func(byte) byte { return 255 })
}

// each is m with every light changed.
func each(m *image.RGBA, change func(byte) byte) *image.RGBA {
	target := image.NewRGBA(m.Bounds())
	for i, light := range m.Pix {
		target.Pix[i] = 255
		if i%4 < 3 {
			target.Pix[i] = change(light)
		}
	}
	return target
}

// written is m with writing in one colour below, a few lines of it.
func written(m image.Image, colour color.Color, lines ...string) *image.RGBA {
	size := m.Bounds().Size()
	target := image.NewRGBA(image.Rectangle{Max: size})
	draw.Draw(target, target.Bounds(), m, m.Bounds().Min, draw.Src)
	page := image.NewRGBA(image.Rect(0, 0, 320, 320*size.Y/size.X))
	d := font.Drawer{Dst: page, Src: image.NewUniform(colour), Face: basicfont.Face7x13}
	for i, line := range lines {
		d.Dot = fixed.P(10, page.Bounds().Dy()-16*(len(lines)-i)+8)
		d.DrawString(line)
	}
	draw.NearestNeighbor.Scale(target, target.Bounds(), page, page.Bounds(), draw.Over, nil)
	return target
}

// photo is read from a JPEG of m in a quality.
func photo(t *testing.T, m image.Image, quality int) picture.Picture {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, m, &jpeg.Options{Quality: quality}); err != nil {
		t.Fatal(err)
	}
	p, err := picture.Read(b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestPicturesAreJudged(t *testing.T) {
	m, white := scene(1, 640, 480), color.White
	page := func(lines ...string) *image.RGBA {
		return written(blank(640, 480), color.Black, lines...)
	}
	caption := written(m, white, "VO DAP THUY LOI LUC 3 GIO SANG")
	for name, c := range map[string]struct {
		a, b image.Image
		want picture.Verdict
	}{
		"the same":                      {m, m, picture.Joined},
		"smaller":                       {m, scaled(m, 200, 150), picture.Joined},
		"larger":                        {m, scaled(m, 1280, 960), picture.Joined},
		"pressed square":                {m, scaled(m, 300, 300), picture.Joined},
		"brighter":                      {m, each(m, func(b byte) byte { return 40 + b/5*4 }), picture.Joined},
		"with less contrast":            {m, each(m, func(b byte) byte { return 64 + b/2 }), picture.Joined},
		"cut by a hundredth":            {m, cut(m, 6), picture.Suggested},
		"with a caption":                {m, caption, picture.Suggested},
		"with another caption":          {caption, written(m, white, "CHAY RUNG O BEN EN CHIEU QUA"), picture.Suggested},
		"another":                       {m, scene(2, 640, 480), picture.Apart},
		"another yet":                   {scene(3, 640, 480), scene(4, 640, 480), picture.Apart},
		"a white page":                  {m, blank(640, 480), picture.Apart},
		"two white pages":               {blank(640, 480), blank(640, 480), picture.Apart},
		"a page of writing, once again": {page("XA HA TRUNG DI DOI DAN", "TRONG DEM NAY VI DE VO"), page("XA HA TRUNG DI DOI DAN", "TRONG DEM NAY VI DE VO"), picture.Joined},
	} {
		a, b := photo(t, c.a, 95).Hash(), photo(t, c.b, 30).Hash()
		if got := picture.Judge(a, b); got != c.want {
			t.Errorf("%s: %d, want %d (distance %d)", name, got, c.want, picture.Distance(a, b))
		}
		if picture.Judge(a, b) != picture.Judge(b, a) {
			t.Errorf("%s: another verdict the other way", name)
		}
	}
}

func TestATurnedPictureIsNearOneOfItsTurns(t *testing.T) {
	m := scene(1, 640, 480)
	turns := photo(t, m, 90).Turned()
	mirrored := image.NewRGBA(m.Bounds())
	onItsSide := image.NewRGBA(image.Rect(0, 0, 480, 640))
	for y := range 480 {
		for x := range 640 {
			mirrored.Set(639-x, y, m.At(x, y))
			onItsSide.Set(479-y, x, m.At(x, y))
		}
	}
	for name, c := range map[string]struct {
		m    image.Image
		want bool
	}{"itself": {m, true}, "mirrored": {mirrored, true}, "on its side": {onItsSide, true}, "another": {scene(2, 640, 480), false}} {
		near := false
		for _, h := range turns {
			near = near || picture.Judge(h, photo(t, c.m, 60).Hash()) >= picture.Suggested
		}
		if near != c.want {
			t.Errorf("%s: near is %v", name, near)
		}
	}
	if len(turns) != 8 || !bytes.Equal(turns[0], photo(t, m, 90).Hash()) {
		t.Errorf("%d turns, or the first is not the picture itself", len(turns))
	}
}

func TestWhatIsNoHashIsLikeNothing(t *testing.T) {
	h := photo(t, scene(1, 640, 480), 90).Hash()
	flat := picture.Hash(bytes.Repeat([]byte{7}, len(h)))
	for name, pair := range map[string][2]picture.Hash{"none": {h, nil}, "two of none": {nil, nil}, "half of one": {h, h[:len(h)/2]}, "an even one": {h, flat}} {
		if got := picture.Judge(pair[0], pair[1]); got != picture.Apart {
			t.Errorf("%s: %d", name, got)
		}
	}
	if len(h) != 4128 {
		t.Errorf("a hash has %d bytes", len(h))
	}
}
