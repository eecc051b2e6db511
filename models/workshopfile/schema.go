package workshopfile

import (
	"bytes"
	_ "embed"
	"errors"
	"maps"
	"slices"
	"sync"

	"dilna/models"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/santhosh-tekuri/jsonschema/v6/kind"
)

//go:embed schemas/1.json
var schema1 []byte

//go:embed schemas/2.json
var schema2 []byte

// Schemas are the JSON Schemas (draft 2020-12) of the versions of the format.
var Schemas = map[string][]byte{Version1: schema1, Version2: schema2}

// roots are the schemas ready for use, by version. A schema that does not
// compile is a broken build, not something a user could do anything about.
var roots = sync.OnceValue(func() map[string]*rule {
	compiled := map[string]*rule{}
	for version, schema := range Schemas {
		compiled[version] = compile(version, schema)
	}
	return compiled
})

func compile(name string, schema []byte) *rule {
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(schema))
	if err != nil {
		panic(err)
	}
	compiler := jsonschema.NewCompiler()
	compiler.AssertFormat()
	if err := compiler.AddResource(name, document); err != nil {
		panic(err)
	}
	return newRule(compiler.MustCompile(name), map[*jsonschema.Schema]*rule{})
}

// rule is the schema of one sort of value, apart from the rules of what is in
// it. The validator tells every error of what it is given, a kilobyte each: a
// file of a million zeros would take gigabytes. Value by value we can stop.
type rule struct {
	own     *jsonschema.Schema
	first   []*rule  // for lists, of the items at the beginning
	items   *rule    // for lists, of the others
	members []member // for objects, in order of name
	others  *rule    // for members of any other name
}

type member struct {
	name string
	rule *rule
}

func newRule(schema *jsonschema.Schema, known map[*jsonschema.Schema]*rule) *rule {
	for schema.Ref != nil {
		schema = schema.Ref
	}
	if r := known[schema]; r != nil {
		return r
	}
	own := *schema
	own.PrefixItems, own.Items2020, own.Properties = nil, nil, map[string]*jsonschema.Schema{}
	r := &rule{own: &own}
	known[schema] = r
	for _, one := range schema.PrefixItems {
		r.first = append(r.first, newRule(one, known))
	}
	if schema.Items2020 != nil {
		r.items = newRule(schema.Items2020, known)
	}
	if others, said := schema.AdditionalProperties.(*jsonschema.Schema); said {
		own.AdditionalProperties, r.others = nil, newRule(others, known)
	}
	anything := true
	for _, name := range slices.Sorted(maps.Keys(schema.Properties)) {
		own.Properties[name] = &jsonschema.Schema{Bool: &anything}
		r.members = append(r.members, member{name, newRule(schema.Properties[name], known)})
	}
	return r
}

// schemaFor finds the schema of the version that tree says it is. A tree that is
// no workshop file is refused before a hundred strange members are told one by
// one.
func schemaFor(tree any) (*rule, error) {
	object, _ := tree.(map[string]any)
	format := object["format"]
	if format == nil {
		return nil, malformed(0, notWorkshopFile)
	}
	version, _ := format.(string)
	if schema := roots()[version]; schema != nil {
		return schema, nil
	}
	return nil, malformed(0, otherFormat(format))
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
func (f *findings) checkSchema(tree any, schema *rule) torn {
	broken := torn{}
	f.checkValue(nil, tree, schema, broken)
	return broken
}

func (f *findings) checkValue(at path, value any, r *rule, broken torn) {
	if f.more {
		return
	}
	if invalid := (*jsonschema.ValidationError)(nil); errors.As(r.own.Validate(value), &invalid) {
		f.addInvalid(at, value, invalid, broken)
	}
	switch value := value.(type) {
	case []any:
		for i, item := range value {
			switch {
			case i < len(r.first):
				f.checkValue(append(at, i), item, r.first[i], broken)
			case r.items != nil:
				f.checkValue(append(at, i), item, r.items, broken)
			}
		}
	case map[string]any:
		for _, m := range r.members {
			if inner, said := value[m.name]; said {
				f.checkValue(append(at, m.name), inner, m.rule, broken)
			}
		}
		if r.others != nil {
			for _, name := range slices.Sorted(maps.Keys(value)) {
				f.checkValue(append(at, name), value[name], r.others, broken)
			}
		}
	}
}

// addInvalid adds what the validator says of the value at; what it wraps says
// more. Unknown members leave the tree: encoding/json would take "Ideas" for
// "ideas".
func (f *findings) addInvalid(at path, value any, invalid *jsonschema.ValidationError, broken torn) {
	for _, cause := range invalid.Causes {
		f.addInvalid(at, value, cause, broken)
	}
	if len(invalid.Causes) > 0 {
		return
	}
	switch wrong := invalid.ErrorKind.(type) {
	case *kind.Required:
		for _, name := range wrong.Missing {
			f.addMissing(at, name)
		}
	case *kind.AdditionalProperties:
		for _, name := range wrong.Properties {
			f.add(at.with(name), models.ReasonUnknown, unknownMember)
			delete(value.(map[string]any), name)
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
