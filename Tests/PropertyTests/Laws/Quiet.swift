import Kinds
import Model
import Planning

/// Edits that are no change in AWS, each for a reason that can be named.
enum Quiet {
    static func isExpected(_ edit: Edit, _ place: EditedPlace, _ plan: ResourcePlan) -> Bool {
        // Its owner moves it: Git's value is the first one only.
        if plan.owned.contains(where: { $0.path.covers(place.path) }) { return true }
        // Withdrawn, and by the table the live value stays.
        if edit.after == nil, place.schema.onRemoval(at: place.path) == .keep { return true }
        // Stated as AWS has it anyway, by a default that the rest of the manifest decides.
        let live = plan.observation.live?.spec[place.path]
        if edit.before == nil, live != nil, says(live, edit, place) == says(edit.after, edit, place) { return true }
        return says(edit.before, edit, place) == says(edit.after, edit, place) || isOurs(place) || isAlike(edit, place)
    }

    /// What a value comes to: AWS's default where nothing stands, spelled as AWS does.
    private static func says(_ value: Value?, _ edit: Edit, _ place: EditedPlace) -> Value? {
        let rule = place.schema.rule(at: place.path)
        let said = value ?? rule?.absent
        return said.map { rule?.normal?($0) ?? $0 }
    }

    /// Spelled otherwise by the rest of the manifest: as many datapoints as there are periods.
    private static func isAlike(_ edit: Edit, _ place: EditedPlace) -> Bool {
        guard let normal = place.schema.rule(at: FieldPath())?.normal else { return false }
        let before = EditedPlace(edit.undone)?.spec
        return before.map(normal) == normal(place.spec)
    }

    /// What only Neap reads.
    private static func isOurs(_ place: EditedPlace) -> Bool {
        let names: Set<String> = ["instanceRefresh", "imagePolicy"]
        return names.contains(place.path.parts.first ?? "")
    }
}
