package search

import "fmt"

// wordFile is a WordUnit as it is stored: weights by name.
type wordFile struct {
	Bias   float32            `json:"bias"`
	Traits map[string]float32 `json:"traits"`
	Finds  map[string]float32 `json:"finds"`
}

func wordLayer(files []wordFile) (*WordLayer, error) {
	var units [WordUnits]WordUnit
	if len(files) != WordUnits {
		return nil, fmt.Errorf("%d word units where %d are", len(files), WordUnits)
	}
	for i, f := range files {
		u := &units[i]
		u.Bias = f.Bias
		if err := byName(f.Traits, traitNames[:], u.Traits[:]); err != nil {
			return nil, err
		}
		if err := byName(f.Finds, findNames[:], u.Finds[:]); err != nil {
			return nil, err
		}
	}
	return NewWordLayer(units), nil
}

// byName takes exactly the values that have names.
func byName(values map[string]float32, names []string, into []float32) error {
	if len(values) != len(names) {
		return fmt.Errorf("%d weights where %d are", len(values), len(names))
	}
	for i, name := range names {
		v, ok := values[name]
		if !ok {
			return fmt.Errorf("no weight of %q", name)
		}
		into[i] = v
	}
	return nil
}

func (u *WordUnit) file() wordFile {
	return wordFile{u.Bias, named(traitNames[:], u.Traits[:]), named(findNames[:], u.Finds[:])}
}

func named(names []string, values []float32) map[string]float32 {
	all := make(map[string]float32, len(names))
	for i, name := range names {
		all[name] = values[i]
	}
	return all
}
