/// Services of which a partition has one alone (botocore's endpoints file): IAM has no regions.
enum GlobalService {
    private static let iam: [(prefix: String, host: String, region: String)] = [
        ("cn-", "iam.cn-north-1.amazonaws.com.cn", "cn-north-1"),
        ("us-gov-", "iam.us-gov.amazonaws.com", "us-gov-west-1"),
        ("us-isob-", "iam.us-isob-east-1.sc2s.sgov.gov", "us-isob-east-1"),
        ("us-iso-", "iam.us-iso-east-1.c2s.ic.gov", "us-iso-east-1"),
        ("us-isof-", "iam.us-isof-south-1.csp.hci.ic.gov", "us-isof-south-1"),
        ("eu-isoe-", "iam.eu-isoe-west-1.cloud.adc-e.uk", "eu-isoe-west-1"),
        ("eusc-", "iam.eusc-de-east-1.amazonaws.eu", "eusc-de-east-1"),
        ("", "iam.amazonaws.com", "us-east-1"),
    ]

    /// The host of the service with this prefix; nil for one that every region has.
    static func host(_ prefix: String, _ region: String) -> String? { row(prefix, region)?.host }

    /// The region that requests are signed for.
    static func signingRegion(_ prefix: String, _ region: String) -> String { row(prefix, region)?.region ?? region }

    private static func row(_ prefix: String, _ region: String) -> (prefix: String, host: String, region: String)? {
        prefix == "iam" ? iam.first { region.hasPrefix($0.prefix) } : nil
    }
}
