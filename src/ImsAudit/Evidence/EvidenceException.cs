namespace ImsAudit.Evidence;

/// <summary>A folder is no evidence folder. The message is for the user.</summary>
public sealed class EvidenceException(string message) : Exception(message);
