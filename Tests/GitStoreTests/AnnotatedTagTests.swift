import Testing

@testable import GitStore

/// Annotated tags: what they stand for, what they say, and what was signed.
struct AnnotatedTagTests {
    private static let commit = String(repeating: "a", count: 40)
    private static let header = "object \(commit)\ntype commit\ntag x\ntagger A <a@b> 1 +0000\n\n"
    private static let armor = "-----BEGIN SSH SIGNATURE-----\nabc\n-----END SSH SIGNATURE-----\n"

    private func tag(_ object: String) -> AnnotatedTag? { AnnotatedTag(Array(object.utf8), name: "refs/tags/x") }

    @Test("the signature is the end, from the last line that opens one, and the rest is what was signed")
    func signed() throws {
        let text = Self.header + "subject\n\nKey: one\nkey:  two\nOther: three\n"
        let found = try #require(tag(text + Self.armor))
        #expect(found.target.hex == Self.commit)
        #expect(found.signature?.payload.text == text)
        #expect(found.signature?.signature.text == Self.armor)
        #expect(found.values(of: "Key") == ["one", "two"])
        let twice = try #require(tag(text + Self.armor + "Key: four\n" + Self.armor))
        #expect(twice.signature?.payload.text == text + Self.armor + "Key: four\n")
        #expect(twice.values(of: "Key") == ["one", "two", "four"])
    }

    @Test("what stands behind the signature's opening is no message")
    func behind() throws {
        let found = try #require(tag(Self.header + "subject\n" + Self.armor + "Key: late\n"))
        #expect(found.values(of: "Key") == [])
        #expect(try #require(tag(Self.header + "Key: one\n")).signature == nil)
    }

    @Test("tags of something else than a commit, and other objects, are none")
    func others() {
        #expect(tag(Self.header.replacing("type commit", with: "type tree") + "Key: one\n") == nil)
        #expect(tag("tree \(Self.commit)\nauthor A\n\nKey: one\n") == nil)
        #expect(tag("") == nil)
    }

    @Test("a repository's annotated tags are found by prefix, without those that only name a commit")
    func local() async throws {
        let sandbox = try Sandbox()
        let tip = try await sandbox.repository("work", files: ["a": "1"])
        for name in ["b/1", "a/2", "a/1"] {
            try await sandbox.git("tag", "-a", "-m", "Key: \(name)", name, in: "work")
        }
        try await sandbox.git("tag", "a/0", in: "work")
        let tags = try Repository(reading: sandbox("work")).annotatedTags(prefix: "refs/tags/a/", limit: 10)
        #expect(tags.map(\.name) == ["refs/tags/a/1", "refs/tags/a/2"])
        #expect(tags.map { $0.values(of: "key") } == [["a/1"], ["a/2"]])
        #expect(tags.allSatisfy { $0.target == tip && $0.signature == nil })
    }

    @Test("a server's annotated tags are fetched once, and those that it no longer has are gone")
    func remote() async throws {
        let sandbox = try Sandbox()
        try await sandbox.repository("work", files: ["a": "1"])
        try await sandbox.git("tag", "-a", "-m", "Key: one", "a/1", in: "work")
        try await sandbox.git("tag", "a/0", in: "work")
        try await sandbox.remote(of: "work")
        let repository = try Repository(cache: sandbox("cache"))
        try await withServer(in: sandbox) { server in
            let (remote, transport) = (Remote(url: try server.url()), GitTransport.forTests())
            for _ in 0..<2 {
                let tags = try await transport.annotatedTags("refs/tags/a/", limit: 10, at: remote, into: repository)
                #expect(tags.map(\.name) == ["refs/tags/a/1"])
                #expect(tags.first?.values(of: "Key") == ["one"])
            }
            try await sandbox.git("push", "-q", sandbox("remote/app.git"), ":refs/tags/a/1", in: "work")
            let left = try await transport.annotatedTags("refs/tags/a/", limit: 10, at: remote, into: repository)
            #expect(left == [])
        }
    }
}
