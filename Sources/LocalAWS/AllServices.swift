/// Every service of the embedded AWS; adding one is adding a folder and a line.
public enum AllServices {
    /// In the order in which an ambiguous request is offered to them.
    public static let list: [LocalService] = [
        LocalECS.service,
        LocalEC2.service,
        LocalAutoScaling.service,
        LocalELBv2.service,
        LocalApplicationAutoScaling.service,
        LocalCloudTrail.service,
        LocalCloudWatch.service,
        LocalLogs.service,
        LocalSSM.service,
        LocalSTS.service,
        LocalACM.service,
        LocalIAM.service,
        LocalECR.service,
        LocalSecrets.service,
        LocalDynamoDB.service,
        LocalSQS.service,
    ]
}
