namespace ImsAudit.Reporting.Encodings;

/// <summary>A template puts a value where no encoding makes it safe. The message says where and what to do instead.</summary>
public sealed class PlaceException(string message) : Exception(message);
