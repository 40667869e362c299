import Model

extension Service {
    /// What ECS takes of a service's settings; those of its own strategies stand in `NativeStrategy`.
    static let bounds = [
        FieldBound("/desiredCount", FieldBound.counts),
        FieldBound("/healthCheckGracePeriodSeconds", FieldBound.counts),
        FieldBound("/deploymentConfiguration/minimumHealthyPercent", 0...100),
        FieldBound("/deploymentConfiguration/maximumPercent", 100...Int(Int32.max)),
    ]
}
