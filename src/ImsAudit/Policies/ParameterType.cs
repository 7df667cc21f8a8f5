namespace ImsAudit.Policies;

public enum ParameterType
{
    String = 0,
    Number,
    Boolean,
    Duration,
    Date,
    List,
}
