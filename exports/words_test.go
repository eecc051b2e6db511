package exports

import (
	"reflect"
	"testing"
)

func TestEveryLanguageHasEveryWord(t *testing.T) {
	for tag, w := range languages {
		lacking(t, tag, reflect.ValueOf(w))
	}
}

// lacking fails where a word is empty, or a map has not the keys that it has
// in Czech.
func lacking(t *testing.T, path string, v reflect.Value) {
	t.Helper()
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			lacking(t, path+"."+v.Type().Field(i).Name, v.Field(i))
		}
	case reflect.Map:
		if v.Len() != 4 {
			t.Errorf("%s has %d words of 4", path, v.Len())
		}
		for _, key := range v.MapKeys() {
			lacking(t, path+"["+key.String()+"]", v.MapIndex(key))
		}
	default:
		if v.IsZero() {
			t.Errorf("%s is missing", path)
		}
	}
}
