import Foundation
import Kinds
import Manifest
import Model
import Planning
import Testing

@testable import Reconciler

@Suite("Every single field")
struct FieldLawTests {
    private static let catalogue = FieldCatalogue()

    @Test("each is changed alone, or stands in undrawn.txt or unchanged.txt with the reason")
    func complete() throws {
        let (undrawn, unchanged) = (try Listing("undrawn"), try Listing("unchanged"))
        let (changed, known) = (Self.catalogue.changed, FieldCatalogue.members)
        let isChanged = { (member: String) in changed.contains { $0 == member || $0.hasPrefix(member + "/") } }
        let missing = known.filter { !isChanged($0) && !undrawn.covers($0) && !unchanged.covers($0) }
        #expect(missing == [], "neither changed nor listed")
        #expect(known.filter { isChanged($0) && unchanged.covers($0) } == [], "changed, and listed as if it were not")
        let strange = unchanged.members.filter { line in !known.contains { $0 == line || $0.hasPrefix(line + "/") } }
        #expect(strange == [], "no member")
        let covered = known.count(where: isChanged)
        Seeds.tell(
            "\(known.count) members: \(covered) changed alone, \(known.count(where: unchanged.covers)) only elsewhere, "
                + "\(known.count(where: undrawn.covers)) not drawn")
    }

    @Test(
        "its change is that one and no other, with its effect, and done it leaves nothing to do; or it is refused clearly"
    )
    func laws() async throws {
        var verdicts: [SingleChange: EditLaws.Verdict] = [:]
        for page in Self.catalogue.pages.prefix(Seeds.areMany ? .max : 1) {
            let edits = page.edits.enumerated().filter { Self.isPlayed($0.offset, $0.element.change) }.map(\.element)
            guard !edits.isEmpty else { continue }
            var neap = try Neap(try await EmbeddedAWS(seed: page.seed), files: page.stack.files)
            let unsettled = try await neap.settle().unsettled
            #expect(unsettled.isEmpty, "seed \(page.seed)")
            var laws = try await EditLaws(neap)
            for (change, edit) in edits where verdicts[change]?.isRefusal ?? true {
                let before = laws.broken.count
                verdicts[change] = try await laws.hold(edit)
                for line in laws.broken.dropFirst(before) { Seeds.tell("seed \(page.seed): \(change): \(line)") }
            }
            #expect(laws.broken.isEmpty, "seed \(page.seed)")
            Seeds.tell("seed \(page.seed): \(Tally(verdicts))")
        }
        for (change, verdict) in verdicts.sorted(by: { $0.key < $1.key }) {
            if case .refused(let why) = verdict { Seeds.tell("    refused \(change): \(why)") }
        }
        #expect(!verdicts.isEmpty)
    }

    /// In a sample a few of one repository; `NEAP_FIELD` names one by how its line begins.
    private static func isPlayed(_ index: Int, _ change: SingleChange) -> Bool {
        if let name = ProcessInfo.processInfo.environment["NEAP_FIELD"] { return change.description.hasPrefix(name) }
        return Seeds.areMany || index % 150 == 0
    }
}

extension EditLaws.Verdict {
    var isRefusal: Bool { if case .refused = self { true } else { false } }
}

/// How many single changes came to what.
private struct Tally: CustomStringConvertible {
    let verdicts: [SingleChange: EditLaws.Verdict]

    init(_ verdicts: [SingleChange: EditLaws.Verdict]) { self.verdicts = verdicts }

    private func count(_ way: SingleChange.Way) -> String {
        let all = verdicts.filter { $0.key.way == way }.values
        return "\(all.count) \(way.rawValue) (\(all.count { $0 == .done }) done, \(all.count { $0 == .quiet }) quiet, "
            + "\(all.count { $0.isRefusal }) refused, \(all.count { $0 == .broken }) broken)"
    }

    var description: String { [.changed, .added, .withdrawn].map(count).joined(separator: "; ") }
}
