import Model
import Simulation

/// The launch templates of a world: how they are found and how their versions are chosen.
enum LaunchTemplates {
    static let table = "ec2/launch-template"

    /// The template that a request or a specification means by id or name.
    static func find(_ input: Value, in world: World) throws(Refusal) -> Value {
        let (id, name) = (input["launchTemplateId"]?.string, input["launchTemplateName"]?.string)
        if id != nil, name != nil {
            throw Refusal(
                "InvalidParameterCombination", "Specify either launch template ID or launch template name, not both.")
        }
        if let id {
            guard let row = world.registry[table][id] else {
                throw Refusal(
                    "InvalidLaunchTemplateId.NotFound",
                    "The specified launch template, with template ID \(id), does not exist.")
            }
            return row
        }
        guard let name else {
            throw Refusal(
                "MissingParameter",
                "The request must contain the parameter launch template ID or launch template name")
        }
        guard let row = named(name, in: world) else {
            throw Refusal(
                "InvalidLaunchTemplateName.NotFoundException",
                "The specified launch template, with template name \(name), does not exist.")
        }
        return row
    }

    static func named(_ name: String, in world: World) -> Value? {
        world.registry[table].values.first { $0["launchTemplateName"]?.string == name }
    }

    /// The number behind `$Latest`, `$Default` or digits; nil when it is none of them.
    static func number(_ version: String?, of template: Value) -> Int? {
        switch version?.lowercased() {
        case nil, "", "$default": template["defaultVersionNumber"]?.integer
        case "$latest": template["latestVersionNumber"]?.integer
        case .some(let text): Int(text)
        }
    }

    /// A version's row, as DescribeLaunchTemplateVersions shows it.
    static func version(_ version: String?, of template: Value) throws(Refusal) -> Value {
        let rows = template["versions"]?.list ?? []
        guard let number = number(version, of: template),
            let row = rows.first(where: { $0["versionNumber"]?.integer == number })
        else {
            throw Refusal(
                "InvalidLaunchTemplateId.VersionNotFound",
                "Could not find the specified version \(version ?? "$Default") for the launch template with ID "
                    + "\(template["launchTemplateId"]?.string ?? "").")
        }
        return shown(row, of: template)
    }

    /// What a specification's version starts instances with.
    static func data(_ specification: Value, in world: World) throws(Refusal) -> Value {
        let row = try version(specification["version"]?.string, of: find(specification, in: world))
        return row["launchTemplateData"] ?? .emptyObject
    }

    /// A version's row with the template's name and whether it is the default.
    static func shown(_ row: Value, of template: Value) -> Value {
        var row = row
        row["launchTemplateId"] = template["launchTemplateId"]
        row["launchTemplateName"] = template["launchTemplateName"]
        row["defaultVersion"] = .bool(row["versionNumber"] == template["defaultVersionNumber"])
        return row
    }

    /// A template's row without its versions.
    static func summary(_ template: Value) -> Value {
        var row = template
        row["versions"] = nil
        return row
    }

    /// Refuses data that AWS would not take (aws-facts 4.2).
    static func check(_ data: Value?) throws(Refusal) {
        guard let text = data?["userData"]?.string else { return }
        guard let size = base64Size(text) else {
            throw Refusal("InvalidUserData.Malformed", "Invalid BASE64 encoding of user data.")
        }
        if size > 16 * 1024 {
            throw Refusal("InvalidParameterValue", "User data is limited to 16384 bytes")
        }
    }

    /// How many bytes base64 stands for; nil when it is none.
    private static func base64Size(_ text: String) -> Int? {
        let bare = text.filter { !$0.isWhitespace }
        let digits = bare.utf8.prefix { $0 != UInt8(ascii: "=") }
        guard bare.utf8.count % 4 == 0, bare.utf8.count - digits.count <= 2 else { return nil }
        let known = digits.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "/"):
                true
            default: false
            }
        }
        return known ? digits.count * 3 / 4 : nil
    }
}
