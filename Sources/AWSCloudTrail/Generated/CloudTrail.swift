// swift-format-ignore-file
// Written by Tools/generate from AWS's service model; change that and run `make generate`.

public import AWSWire

/// CloudTrail: what Neap calls or answers of it, as AWS's model says.
public enum CloudTrail {
    /// The service's operations and shapes, read as late as somebody asks.
    public static let model = ServiceModel(
        name: "cloudtrail", serviceID: "CloudTrail", endpointPrefix: "cloudtrail",
        signingName: "cloudtrail", protocol: .json(version: "1.1", targetPrefix: "com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101"),
        apiVersion: "2013-11-01", xmlNamespace: nil, table: table)

    private static let table = #"""
        operation LookupEvents LookupEventsRequest LookupEventsResponse errors=InvalidLookupAttributesException,InvalidTimeRangeException,InvalidMaxResultsException,InvalidNextTokenException,InvalidEventCategoryException,UnsupportedOperationException,OperationNotPermittedException
        pages LookupEvents NextToken NextToken Events MaxResults
        timestamp Date
        structure Event EventId:String EventName:String ReadOnly:String AccessKeyId:String EventTime:Date EventSource:String Username:String Resources:ResourceList CloudTrailEvent:String
        enum EventCategory insight
        list EventsList Event
        error InvalidEventCategoryException InvalidEventCategoryException 400
        error InvalidLookupAttributesException InvalidLookupAttributesException 400
        error InvalidMaxResultsException InvalidMaxResultsException 400
        error InvalidNextTokenException InvalidNextTokenException 400
        error InvalidTimeRangeException InvalidTimeRangeException 400
        structure LookupAttribute AttributeKey!:LookupAttributeKey AttributeValue!:LookupAttributeValue
        enum LookupAttributeKey EventId EventName ReadOnly Username ResourceType ResourceName EventSource AccessKeyId
        string LookupAttributeValue 1..2000
        list LookupAttributesList LookupAttribute
        structure LookupEventsRequest LookupAttributes:LookupAttributesList StartTime:Date EndTime:Date EventCategory:EventCategory MaxResults:MaxResults NextToken:NextToken
        structure LookupEventsResponse Events:EventsList NextToken:NextToken
        integer MaxResults 1..50
        string NextToken
        error OperationNotPermittedException OperationNotPermittedException 400
        structure Resource ResourceType:String ResourceName:String
        list ResourceList Resource
        string String
        error UnsupportedOperationException UnsupportedOperationException 400
        """#
}
