namespace ImsAudit.Reporting.Templates;

/// <summary>A made-up report that a template is tried with.</summary>
/// <param name="Name">Such as <c>a hostile result</c>.</param>
/// <param name="Render">Renders it.</param>
internal sealed record TemplateTrial(string Name, Action<Stream> Render);
