import Model
import Testing

@Suite struct FieldPathTests {
    @Test("a pointer is read by scalars, and written as it is read (RFC 6901)")
    func pointers() {
        #expect(FieldPath(pointer: "/a~1b/~01/c").parts == ["a/b", "~1", "c"])
        #expect(FieldPath(["a/b", "~1"]).description == "/a~1b/~01")
        // A combining mark makes one character of itself and of the slash, the tilde or the digit before it.
        for parts in [["\u{301}a", "b"], ["a/\u{301}"], ["~\u{301}", "~1\u{301}"], ["a~"], ["*", "0"]] {
            #expect(FieldPath(pointer: FieldPath(parts).description).parts == parts)
        }
        #expect(FieldPath(pointer: "/a/\u{301}b").parts == ["a", "\u{301}b"])
    }
}
