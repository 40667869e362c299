/// Every service of the embedded AWS; adding one is adding a folder and a line.
public enum AllServices {
    /// In the order in which an ambiguous request is offered to them.
    public static let list: [LocalService] = [
        LocalEC2.service,
        LocalAutoScaling.service,
    ]
}
