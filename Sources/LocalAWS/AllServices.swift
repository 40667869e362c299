/// Every service of the embedded AWS; adding one is adding a folder and a line.
public enum AllServices {
    /// In the order in which an ambiguous request is offered to them.
    public static let list: [LocalService] = [
        LocalELBv2.service,
        LocalACM.service,
        LocalIAM.service,
    ]
}
