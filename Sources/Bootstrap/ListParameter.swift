/// A parameter of a template that is a list: names or ARNs with commas between.
struct ListParameter: Sendable {
    /// Its name in the template, `TaskRoles`.
    var name: String
    /// What it is unless somebody says otherwise; empty for nothing.
    var values: [String]
    /// What it is for, as a sentence.
    var purpose: String

    init(_ name: String, _ values: [String], _ purpose: String) {
        self.name = name
        self.values = values
        self.purpose = purpose
    }

    /// As a parameter of the template.
    var member: TemplateNode.Member {
        TemplateNode.Member(
            name,
            [
                "Type": "CommaDelimitedList", "Default": .text(values.joined(separator: ",")),
                "Description": .text(purpose),
            ])
    }

    /// `HasTaskRoles`: the template's condition that there is anything in it.
    var condition: TemplateNode.Member {
        let joined: TemplateNode = ["Fn::Join": ["", .ref(name)]]
        return TemplateNode.Member("Has" + name, ["Fn::Not": [["Fn::Equals": [joined, ""]]]])
    }

    /// Parameters that manifests may look up: AWS's public ones need not be listed.
    static func parameters(_ arns: [String]) -> ListParameter {
        ListParameter("Parameters", arns, "Parameters that manifests look up beside AWS's public ones, by their ARNs.")
    }

    /// Roles that may be taken.
    static func assumeRoles(_ arns: [String]) -> ListParameter {
        ListParameter("AssumeRoles", arns, "Roles that environments name, by their ARNs.")
    }
}
