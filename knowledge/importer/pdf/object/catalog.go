package object

// Catalog is what the trailer names, and is looked for when none does.
func (f *File) Catalog() Dict {
	if root := f.Dict(f.root); root != nil {
		return root
	}
	for _, number := range f.order {
		if d, ok := f.objects[number].value.(Dict); ok && d["Type"] == Name("Catalog") {
			return d
		}
	}
	return nil
}
