import ArgumentParser
import Kinds
import Manifest
import Model
import Planning

/// `neap explain Kind[.field]`: what the tables know of a field.
struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract:
            "Explain a kind or a field (its type, default, and what changing it costs), or a rule of lint and plans.",
        discussion: """
            For example: neap explain Service.deploymentConfiguration.minimumHealthyPercent, or neap explain plain-secret
            """)

    @Argument(
        help: "Kind, Kind.field.field, or a rule's id.",
        completion: .list(
            allKinds.map { $0.schema.kind } + ["Environment", "Overlay", "Release"] + RuleDescription.all.map(\.id)))
    var name: String

    func run() throws {
        if let rule = RuleDescription.all.first(where: { $0.id == name }) { return Terminal.out(rule.text) }
        do {
            let notes = NoteTable(FieldNotes.all)
            Terminal.out(
                try Explanation(of: name, among: allKinds.map { $0.manifest }, notes: notes).description + "\n")
        } catch {
            throw ValidationError("\(error)")
        }
    }
}
