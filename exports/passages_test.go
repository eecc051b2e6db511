package exports_test

import (
	"slices"
	"testing"

	"dilna/exports"
)

func TestAPassageInLettersOfAnotherLanguageIsFoundWhole(t *testing.T) {
	type said = []string // passage, language, passage, language
	for _, of := range []struct {
		text     string
		language string
		written  string
		want     said
	}{
		{"Uživatelé říkají: „Допомога вдома, 24 години“ a nic víc.", "cs", "", said{"Допомога вдома, 24 години", "uk"}},
		{"Нужна помощь, а также объявления", "cs", "", said{"Нужна помощь, а также объявления", "ru"}},
		{"Мы хотим помощь", "cs", "", said{"Мы хотим помощь", "ru"}},
		{"Мы хотим помощь", "en", "ru", nil},
		{"Допомога", "uk", "", nil},
		{"«Допомога!»", "cs", "", said{"«Допомога!»", "uk"}},
		{"Úhel α a metr Ω", "cs", "", nil},
		{"Řecky Αθήνα, hebrejsky שלום, arabsky مُساعَدة.", "cs", "", said{"Αθήνα", "el", "שלום", "he", "مُساعَدة", "ar"}},
		{"کمک به چهار خانواده", "cs", "", said{"کمک به چهار خانواده", "fa"}},
		{"社会服务 a 社会サービス", "cs", "", said{"社会服务", "zh", "社会サービス", "ja"}},
		{"사회 서비스, हिन्दी", "cs", "", said{"사회 서비스", "ko", "हिन्दी", "hi"}},
		{"Допомога – help – допомога", "cs", "", said{"Допомога", "uk", "допомога", "uk"}},
		{"Příliš žluťoučký kůň €", "cs", "", nil},
		{"中文 помощь", "ja", "", said{"помощь", "uk"}},
		{"", "cs", "", nil},
	} {
		var got said
		for _, p := range exports.VoicesBeside(of.language, of.written).Passages(of.text) {
			got = append(got, of.text[p.From:p.To], p.Lang)
		}
		if !slices.Equal(got, of.want) {
			t.Errorf("%s in a record in %s%s: %q, want %q", of.text, of.language, of.written, got, of.want)
		}
	}
}
