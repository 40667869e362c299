import Model

/// AWS gives another image for a parameter than the one that a launch template is pinned to.
enum NewerImageRule: PlanRule {
    static let id = "newer-image"
    static let weight = Finding.Weight.notice
    static let summary = """
        AWS has a newer image for the public parameter that a launch template names, while `imagePolicy` keeps the one that \
        was found first, or waits for a window.
        """
    static let remedy =
        "`neap plan --refresh-images` shows what a roll would do; `imagePolicy: follow` does it in windows."

    static func findings(in context: FindingContext) -> [Finding] {
        context.plans.values.sorted { $0.id < $1.id }.flatMap { plan in
            plan.newerImages.map { image in
                Finding(
                    id, weight, plan.id, path: "/imageId", place: plan.resource.place, image.text(),
                    details: [image.advice()])
            }
        }
    }
}
