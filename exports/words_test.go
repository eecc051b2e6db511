package exports

import (
	"reflect"
	"testing"
)

func TestEveryLanguageHasEveryWord(t *testing.T) {
	for tag, w := range languages {
		lacking(t, tag, reflect.ValueOf(w), reflect.ValueOf(czech))
	}
}

// lacking fails where a word is empty, or a map has not the keys that it has
// in Czech.
func lacking(t *testing.T, path string, v, czech reflect.Value) {
	t.Helper()
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			lacking(t, path+"."+v.Type().Field(i).Name, v.Field(i), czech.Field(i))
		}
	case reflect.Map:
		if v.Len() != czech.Len() {
			t.Errorf("%s has %d words of %d", path, v.Len(), czech.Len())
		}
		for _, key := range v.MapKeys() {
			lacking(t, path+"["+key.String()+"]", v.MapIndex(key), czech.MapIndex(key))
		}
	default:
		if v.IsZero() {
			t.Errorf("%s is missing", path)
		}
	}
}
