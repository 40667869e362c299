import Testing

@testable import GitStore

/// Signatures in commits, and the commits between two.
struct CommitSignatureTests {
    private static let start =
        "tree 4b825dc642cb6eb9a060e54bf8d69288fbee4904\nauthor A <a@b> 1 +0000\ncommitter A <a@b> 1 +0000\n"
    private static let armor = "gpgsig -----BEGIN X-----\n \n abc\n -----END X-----\n"

    private func signature(_ object: String) -> GitSignature? { GitSignature(commit: Array(object)) }

    @Test("the signature is taken out of the header, and the rest is what was signed")
    func header() {
        let found = signature(Self.start + Self.armor + "encoding UTF-8\n\nsubject\n\nbody\n")
        #expect(found?.signature.text == "-----BEGIN X-----\n\nabc\n-----END X-----\n")
        #expect(found?.payload.text == Self.start + "encoding UTF-8\n\nsubject\n\nbody\n")
    }

    @Test("a message that looks like a signature is none, and zero bytes end nothing")
    func message() {
        #expect(signature(Self.start + "\n" + Self.armor) == nil)
        #expect(signature(Self.start + "\nsubject\n\n\(Self.armor)more\n") == nil)
        let zero = signature(Self.start + Self.armor + "\nsub\u{0}ject\n")
        #expect(zero?.payload.text == Self.start + "\nsub\u{0}ject\n")
    }

    @Test("two signatures are none; one of the other hash is left out, as Git does")
    func several() {
        #expect(signature(Self.start + Self.armor + Self.armor + "\nsubject\n") == nil)
        let other = Self.armor.replacing("gpgsig", with: "gpgsig-sha256")
        #expect(signature(Self.start + other + "\nsubject\n") == nil)
        let both = signature(Self.start + Self.armor + other + "\nsubject\n")
        #expect(both?.payload.text == Self.start + "\nsubject\n")
        #expect(signature(Self.start + Self.armor.replacing("gpgsig", with: "gpgsigx") + "\nsubject\n") == nil)
        #expect(signature("") == nil)
    }

    @Test("a commit that Git did not sign has no signature; what does not exist is told")
    func unsigned() async throws {
        let sandbox = try Sandbox()
        let commit = try await sandbox.repository("work", files: ["a": "1"])
        let repository = try Repository(reading: sandbox("work"))
        #expect(try repository.signature(of: commit) == nil)
        let unknown = try #require(CommitID(String(repeating: "b", count: 40)))
        #expect(throws: GitError.notFound("the commit \(unknown)")) { try repository.signature(of: unknown) }
    }

    @Test("commits after another are listed along first parents or all, as git log does, up to a limit")
    func range() async throws {
        let sandbox = try Sandbox()
        let first = try await sandbox.repository("work", files: ["a": "1"])
        try await sandbox.git("checkout", "-q", "-b", "side", in: "work")
        let side = try await sandbox.commit(["b": "1"], in: "work")
        try await sandbox.git("checkout", "-q", "main", in: "work")
        let second = try await sandbox.commit(["a": "2"], in: "work")
        try await sandbox.git("merge", "-q", "--no-ff", "-m", "Merge", "side", in: "work")
        let repository = try Repository(reading: sandbox("work"))
        let tip = try #require(try repository.head()?.commit)
        func ids(_ base: CommitID, _ path: CommitPath, limit: Int = 10) throws -> [CommitID] {
            try repository.commits(after: base, upTo: tip, along: path, limit: limit).map(\.id)
        }
        #expect(try ids(first, .firstParents) == [tip, second])
        #expect(Set(try ids(first, .all)) == [tip, second, side])
        #expect(try ids(second, .firstParents) == [tip])
        #expect(Set(try ids(second, .all)) == [tip, side])
        #expect(try ids(side, .firstParents) == [tip, second], "what came by a merge ends no first parents")
        #expect(try ids(tip, .all) == [])
        #expect(
            throws: GitError.tooLarge(what: "the number of commits after \(first.short)", limit: 2, actual: 3)
        ) { try ids(first, .all, limit: 2) }
    }
}
