import Manifest
public import Model

/// What an account is to hold from its beginning, beside what every account holds: a file of `kind: Account`.
public struct AccountContents: Sendable, Equatable {
    /// A virtual private cloud and what is in it.
    public struct Network: Sendable, Equatable {
        /// Its `Name` tag.
        public var name: String
        /// `10.0.0.0/16`.
        public var cidrBlock: String
        /// Its subnets.
        public var subnets: [Subnet] = []
        /// Names of its security groups; each is its `Name` tag as well.
        public var securityGroups: [String] = []
    }

    /// A subnet.
    public struct Subnet: Sendable, Equatable {
        /// Its `Name` tag.
        public var name: String
        /// The letter of its zone, `a`.
        public var zone: String
        /// `10.0.1.0/24`.
        public var cidrBlock: String
        /// Its other tags.
        public var tags: [String: String] = [:]
    }

    /// Where all of it is.
    public var region: String
    /// Its networks.
    public var networks: [Network] = []
    /// Names of key pairs.
    public var keyPairs: [String] = []
    /// Names of roles that tasks may take.
    public var roles: [String] = []
    /// SSM parameters by name.
    public var parameters: [String: String] = [:]
    /// The text that it was read from, for a journal.
    let text: String

    /// What a file holds; nil and every reason when it holds something else.
    public static func read(_ bytes: [UInt8], file: String) -> (contents: AccountContents?, diagnostics: [Diagnostic]) {
        let decoded = DecodedFile.decode(bytes, file: file)
        if let failure = decoded.failure { return (nil, [failure]) }
        guard let document = decoded.documents.first, decoded.documents.count == 1 else {
            let top = Place(file: file, line: 1, column: 1)
            return (nil, [Diagnostic("expected one document of kind Account", at: top)])
        }
        guard document.diagnostics.isEmpty else { return (nil, document.diagnostics) }
        var reader = AccountReader(text: String(decoding: bytes, as: UTF8.self))
        let contents = reader.read(document.value)
        return reader.found.isEmpty ? (contents, []) : (nil, reader.found.sorted())
    }
}

/// Reads a document of `kind: Account`.
private struct AccountReader {
    let text: String
    private(set) var found: [Diagnostic] = []

    init(text: String) { self.text = text }

    mutating func read(_ value: Value) -> AccountContents {
        var reader = FieldReader(value, at: FieldPath(), of: nil)
        expect("neap/v1", reader.require("apiVersion"), &reader)
        expect("Account", reader.require("kind"), &reader)
        _ = reader.take("metadata")
        let contents = reader.nested("spec") { spec in self.spec(&spec) }
        found += reader.finished()
        return contents ?? AccountContents(region: "", text: text)
    }

    private func expect(_ word: String, _ value: Value?, _ reader: inout FieldReader) {
        guard let value, value.string != word else { return }
        reader.report("expected \(word)", value.place)
    }

    private func spec(_ reader: inout FieldReader) -> AccountContents {
        var contents = AccountContents(region: reader.string("region") ?? "us-east-1", text: text)
        contents.networks = items("vpcs", &reader) { network(&$0) }
        contents.keyPairs = reader.strings("keyPairs")?.map(\.text) ?? []
        contents.roles = reader.strings("roles")?.map(\.text) ?? []
        contents.parameters = texts("parameters", &reader)
        return contents
    }

    private func network(_ reader: inout FieldReader) -> AccountContents.Network {
        AccountContents.Network(
            name: required("name", &reader), cidrBlock: required("cidrBlock", &reader),
            subnets: items("subnets", &reader) { subnet(&$0) },
            securityGroups: reader.strings("securityGroups")?.map(\.text) ?? [])
    }

    private func subnet(_ reader: inout FieldReader) -> AccountContents.Subnet {
        AccountContents.Subnet(
            name: required("name", &reader), zone: required("zone", &reader),
            cidrBlock: required("cidrBlock", &reader), tags: texts("tags", &reader))
    }

    private func required(_ name: String, _ reader: inout FieldReader) -> String {
        reader.require(name).flatMap { reader.text($0, name) } ?? ""
    }

    private func texts(_ name: String, _ reader: inout FieldReader) -> [String: String] {
        guard let value = reader.take(name) else { return [:] }
        var texts: [String: String] = [:]
        for (key, item) in value.sortedMembers { texts[key] = reader.text(item, name) }
        if value.object == nil { reader.report("expected a mapping of texts", value.place, name) }
        return texts
    }

    private func items<Item>(
        _ name: String, _ reader: inout FieldReader, _ body: (inout FieldReader) -> Item
    ) -> [Item] {
        guard let value = reader.take(name) else { return [] }
        guard let list = value.list else {
            reader.report("expected a list", value.place, name)
            return []
        }
        return list.map { item in
            var inner = FieldReader(item, at: FieldPath([name]), of: nil)
            defer { for diagnostic in inner.finished() { reader.pass(diagnostic) } }
            return body(&inner)
        }
    }
}
