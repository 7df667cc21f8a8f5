namespace ImsAudit.Collection.Api;

/// <summary>An answer that is no page of images; the message ends a sentence that begins with "the answer".</summary>
internal sealed class MalformedPageException(string ending) : Exception(ending);
