import Model

extension FieldRule {
    /// What instances must be like, in a launch template and in a group's overrides: every list of it is a set.
    static let instanceRequirements: [FieldRule] =
        [
            "acceleratorManufacturers", "acceleratorNames", "acceleratorTypes", "allowedInstanceTypes",
            "cpuManufacturers", "excludedInstanceTypes", "instanceGenerations", "localStorageTypes",
        ].map { FieldRule(FieldPath([$0]), elements: .set) }
}
