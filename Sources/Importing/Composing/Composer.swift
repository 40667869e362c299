import Kinds
import Manifest
import Model
import Planning

/// Turns what AWS has into the manifests that a person would have written.
struct Composer {
    let stack: LiveStack
    let names: Names
    /// Whose repository it will be: what carries these tags needs no adoption, what carries others' can not have one.
    let ownership: Ownership
    private let references: ReferenceNames
    private let tidied: Tidied
    private(set) var manifests: [ImportedManifest] = []
    /// Values that were left out because they look like secrets.
    private(set) var secrets = 0

    init(_ stack: LiveStack, ownership: Ownership) {
        self.stack = stack
        self.ownership = ownership
        names = Names(stack)
        references = ReferenceNames(stack, names)
        tidied = Tidied(stack: stack, names: names)
        let folding = Folding(stack: stack, references: references)
        for thing in stack.things where Self.isWhole(thing) && !folding.isFolded(thing) { add(thing, folding) }
        sayTheRest()
    }

    /// What is about nothing that is written stands on top of the cluster's file.
    private mutating func sayTheRest() {
        let said = Set(manifests.flatMap(\.comments))
        let rest = stack.notes.map(\.text).filter { !said.contains($0) }
        guard let place = manifests.firstIndex(where: { $0.kind == "Cluster" }) ?? manifests.indices.first else {
            return
        }
        manifests[place].comments += rest
    }

    private static func isWhole(_ thing: LiveThing) -> Bool {
        thing.schema?.isManifest == true && thing.id.kind != "ListenerRule"
    }

    /// What there is to say of a manifest.
    private struct Remarks {
        var comments: [String]
        /// Whether it has to wait until somebody has written what another tool's template stood for.
        var lacksReferences = false
    }

    private mutating func add(_ thing: LiveThing, _ folding: Folding) {
        guard let schema = thing.schema else { return }
        let name = names.name(of: thing)
        var remarks = Remarks(comments: stack.notes.filter { $0.about == thing.id }.map(\.text))
        var spec = composed(thing, schema, &remarks)
        let parts = folding.parts(of: thing)
        folding.fold(into: &spec, of: thing) { part in
            part.schema.map { composed(part, $0, &remarks) } ?? .emptyObject
        }
        if let member = schema.nameMember, thing.awsName != name { spec[member] = .string(thing.awsName) }
        let cleaned = SecretsLeftOut(spec, by: schema)
        secrets += cleaned.paths.count
        var manifest = ImportedManifest(
            kind: thing.id.kind, name: name, spec: cleaned.spec, file: Layout.file(of: thing, names))
        manifest.adopts = ([thing] + parts).contains { needsAdoption($0) }
        manifest.isSuspended = !cleaned.paths.isEmpty || remarks.lacksReferences
        remarks.comments += ([thing] + parts).compactMap(refusal)
        manifest.comments = remarks.comments + Self.advice(cleaned.paths)
        manifests.append(manifest)
    }

    private func composed(_ thing: LiveThing, _ schema: KindSchema, _ remarks: inout Remarks) -> Value {
        let tidy = tidied.spec(of: thing)
        let plain = Self.demanded(DefaultsLeftOut(schema: schema).of(tidy), of: tidy)
        let named = references.named(plain, by: schema)
        for (member, target) in named.leftOut.sorted(by: { $0.key < $1.key }) {
            remarks.comments.append(
                "\(member) of \(thing.id) is left out: it names \(target), which could not be imported")
        }
        let templates = named.templates.sorted { ($0.path, $0.text) < ($1.path, $1.text) }
        remarks.lacksReferences = remarks.lacksReferences || !templates.isEmpty
        remarks.comments += templates.map { Self.advice($0, thing.id) }
        var spec = named.spec
        // An older revision is named the short way.
        if thing.id.kind == "Service", let text = spec["taskDefinition"]?.string, text.hasPrefix("arn:") {
            spec["taskDefinition"] = .string(Discovery.lastPart(text))
        }
        return spec
    }

    /// With what has to be stated although it is AWS's default: how long BLUE_GREEN bakes, even when that is no time at
    /// all.
    private static func demanded(_ spec: Value, of live: Value) -> Value {
        guard spec["deploymentConfiguration"]?["strategy"] == "BLUE_GREEN" else { return spec }
        var copy = spec
        copy["deploymentConfiguration"]?["bakeTimeInMinutes"] =
            live["deploymentConfiguration"]?["bakeTimeInMinutes"] ?? 0
        return copy
    }

    private func needsAdoption(_ thing: LiveThing) -> Bool {
        guard let kind = kindsByName[thing.id.kind], kind.adoption == .byPolicy, let tags = thing.live.tags else {
            return false
        }
        return tags[Ownership.environmentTag] == nil || tags[Ownership.ownerTag] == nil
    }

    /// Why Neap will only look at it; nil when it may write.
    private func refusal(_ thing: LiveThing) -> String? {
        guard kindsByName[thing.id.kind]?.adoption == .byPolicy else { return nil }
        let refusal = ownership.refusal(of: thing.id, tags: thing.live.tags, adoptable: true)
        return refusal.map { "\(thing.id) \($0.message): Neap will only observe it" }
    }

    /// What to do about a reference that nothing here evaluates.
    private static func advice(_ template: ReferenceNames.Template, _ id: ResourceID) -> String {
        let forms = template.target.idPrefixes.prefix(1).map { "\($0)…" } + ["{tags: {…}}"]
        return "\(template.path) of \(id) lacks \(template.text), which is not evaluated here: write "
            + forms.joined(separator: " or ") + " in its place, then take `suspend` out."
    }

    /// What to do about what looks like a secret.
    static func advice(_ paths: [FieldPath]) -> [String] {
        guard !paths.isEmpty else { return [] }
        return [
            "Left out, because it looks like a secret: " + paths.map(\.description).joined(separator: ", ") + ".",
            "Put each value into Secrets Manager or an SSM parameter and name it under `secrets` (or write the value here, "
                + "when it is none); then take `suspend` out.",
        ]
    }
}
