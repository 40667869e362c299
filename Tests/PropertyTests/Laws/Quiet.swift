import AWSWire
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
        // Withdrawn, and AWS's default is the same.
        if edit.after == nil, isWithdrawnDefault(edit, place) { return true }
        // Stated as AWS has it anyway, by a default that the rest of the manifest decides.
        let live = plan.observation.live?.spec[place.path]
        if edit.before == nil, live != nil, says(live, edit, place) == says(edit.after, edit, place) { return true }
        if says(edit.before, edit, place) == says(edit.after, edit, place) { return true }
        if isAlikeInElement(edit, place) || isOwnName(edit, place) || isNeverShown(place) { return true }
        return isOurs(place) || isAlike(edit, place) || isFound(place) || isScheduled(place)
    }

    /// Inside of an element: stated as its default, or spelled otherwise.
    private static func isAlikeInElement(_ edit: Edit, _ place: EditedPlace) -> Bool {
        let path = FieldPath(edit.field.parts.map { Int($0) == nil ? $0 : "*" })
        return canonical(edit.before, at: path, place.schema) == canonical(edit.after, at: path, place.schema)
    }

    /// A cluster's setting that is off.
    private static func isWithdrawnDefault(_ edit: Edit, _ place: EditedPlace) -> Bool {
        place.resource.kind == "Cluster" && place.path == "/settings"
            && edit.before?.list?.allSatisfy { $0["value"]?.string == "disabled" } == true
    }

    /// The name that it has without being stated.
    private static func isOwnName(_ edit: Edit, _ place: EditedPlace) -> Bool {
        place.path == place.schema.nameMember.map { FieldPath([$0]) } && edit.before == nil
            && edit.after?.string == place.resource.name
    }

    /// What AWS never shows is written with the next change beside it.
    private static func isNeverShown(_ place: EditedPlace) -> Bool {
        ["defaultActions", "actions"].contains(place.path.parts.first ?? "") && place.field.parts.last == "clientSecret"
    }

    /// Other tags that find the same things.
    private static func isFound(_ place: EditedPlace) -> Bool {
        [place.path, place.path.appending("*")].contains { place.schema.rule(at: $0)?.target?.lookup == true }
    }

    /// A schedule's bounds are in force.
    private static func isScheduled(_ place: EditedPlace) -> Bool {
        place.resource.kind == "ScalingPolicy" && place.spec["scheduled"]?.list?.isEmpty == false
            && ["minCapacity", "maxCapacity"].contains(place.path.parts.first ?? "")
    }

    /// What a value comes to: AWS's default where nothing stands, spelled as AWS does.
    private static func says(_ value: Value?, _ edit: Edit, _ place: EditedPlace) -> Value? {
        canonical(value, at: place.path, place.schema)
    }

    private static func canonical(_ value: Value?, at path: FieldPath, _ schema: KindSchema) -> Value? {
        let rule = schema.rule(at: path)
        guard let said = (value ?? rule?.absent).map({ rule?.normal?($0) ?? $0 }) else { return nil }
        if let members = said.object {
            let kept = members.reduce(into: [String: Value]()) { kept, entry in
                let below = path.appending(entry.key)
                let absent = schema.rule(at: below)?.absent
                let value = canonical(entry.value, at: below, schema)
                if value != absent.flatMap({ canonical($0, at: below, schema) }) || absent == nil {
                    kept[entry.key] = value
                }
            }
            return kept.isEmpty ? nil : .object(kept)
        }
        guard let items = said.list else { return said.number.map { Value(.number($0)) } ?? said }
        let all = items.compactMap { canonical($0, at: path.appending("*"), schema) }
        guard rule?.elements != .ordered, rule?.elements != nil else { return all.isEmpty ? nil : .list(all) }
        let sorted = all.sorted { JSON.write($0).lexicographicallyPrecedes(JSON.write($1)) }
        return sorted.isEmpty ? nil : .list(sorted)
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
