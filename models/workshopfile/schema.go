package workshopfile

import (
	"bytes"
	_ "embed"
	"errors"
	"strconv"
	"sync"

	"dilna/models"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/santhosh-tekuri/jsonschema/v6/kind"
)

// Schema is the JSON Schema (draft 2020-12) of the format.
//
//go:embed schema.json
var Schema []byte

// compiled is the schema ready for use. A schema that does not compile is a
// broken build, not something a user could do anything about.
var compiled = sync.OnceValue(func() *jsonschema.Schema {
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(Schema))
	if err != nil {
		panic(err)
	}
	const name = "schema.json"
	compiler := jsonschema.NewCompiler()
	compiler.AssertFormat()
	if err := compiler.AddResource(name, document); err != nil {
		panic(err)
	}
	return compiler.MustCompile(name)
})

// checkFormat refuses a tree that is no workshop file of this format, before
// a hundred strange members are told one by one.
func checkFormat(tree any) error {
	object, ok := tree.(map[string]any)
	if !ok {
		return malformed(0, notWorkshopFile)
	}
	switch format := object["format"]; format {
	case Format:
		return nil
	case nil:
		return malformed(0, notWorkshopFile)
	default:
		return malformed(0, otherFormat(format))
	}
}

// torn are the indexes of steps that have a member of the wrong type: what is
// in it cannot be counted.
type torn map[int]bool

func (t torn) add(at path) {
	if len(at) < 2 || at[0] != "steps" {
		return
	}
	if index, ok := at[1].(int); ok {
		t[index] = true
	}
}

// checkSchema finds where tree breaks the schema.
func (f *findings) checkSchema(tree any) torn {
	broken := torn{}
	err := compiled().Validate(tree)
	if invalid := (*jsonschema.ValidationError)(nil); errors.As(err, &invalid) {
		f.addInvalid(tree, invalid, broken)
	}
	return broken
}

// addInvalid adds what the validator says; what it wraps says more.
func (f *findings) addInvalid(tree any, invalid *jsonschema.ValidationError, broken torn) {
	for _, cause := range invalid.Causes {
		f.addInvalid(tree, cause, broken)
	}
	if len(invalid.Causes) > 0 {
		return
	}
	at := pathIn(tree, invalid.InstanceLocation)
	switch wrong := invalid.ErrorKind.(type) {
	case *kind.Required:
		for _, name := range wrong.Missing {
			f.addMissing(at, name)
		}
	case *kind.AdditionalProperties:
		for _, name := range wrong.Properties {
			f.add(at.with(name), models.ReasonUnknown, unknownMember)
		}
	case *kind.Type:
		f.add(at, models.ReasonFormat, wrongType(wrong.Want, wrong.Got))
		broken.add(at)
	case *kind.Enum:
		f.add(at, models.ReasonChoice, notAllowed(wrong.Want))
	case *kind.Format: // the schema has dates only
		f.add(at, models.ReasonFormat, notDate)
	case *kind.Pattern: // the schema has times only
		f.add(at, models.ReasonFormat, notTime)
	case *kind.Minimum:
		least := int(wrong.Want.Num().Int64()) // whole in the schema
		f.addField(at, models.Field{Reason: models.ReasonRange, Least: least, Limit: maxNumber}, tooSmall(least))
	case *kind.MinLength: // 1 in the schema
		f.add(at, models.ReasonEmpty, emptyText)
	case *kind.MaxLength:
		f.addField(at, models.Field{Reason: models.ReasonTooLong, Limit: wrong.Want}, tooLong(wrong.Got, wrong.Want))
	case *kind.MinItems, *kind.MaxItems: // the schema limits the pairs of a ballot only
		f.add(at, models.ReasonFormat, notPair)
	default:
		f.add(at, models.ReasonFormat, unforeseen(invalid))
	}
}

// pathIn is the path in tree of a location the validator tells: there indexes
// are written as names.
func pathIn(tree any, location []string) path {
	var at path
	for _, name := range location {
		switch value := tree.(type) {
		case map[string]any:
			at, tree = append(at, name), value[name]
		case []any:
			index, err := strconv.Atoi(name)
			if err != nil || index >= len(value) {
				return at
			}
			at, tree = append(at, index), value[index]
		}
	}
	return at
}
