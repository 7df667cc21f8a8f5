namespace ImsAudit.Json;

public enum JsonKind
{
    Null = 0,
    Boolean,
    Number,
    String,
    Array,
    Object,
}
