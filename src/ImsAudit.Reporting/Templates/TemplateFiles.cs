using ImsAudit.Files;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace ImsAudit.Reporting.Templates;

/// <summary>
/// Finds the files that a template includes: the shipped partials first, then files beside the user's template. Nothing
/// outside that folder is read.
/// </summary>
/// <param name="folder">The folder of the user's template; null for the shipped ones.</param>
internal sealed class TemplateFiles(string? folder) : ITemplateLoader
{
    private const string ShippedMark = "shipped:";

    public static string ReadShipped(string name)
    {
        using var stream = typeof(TemplateFiles).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The template {name} is not in the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    public string GetPath(TemplateContext context, SourceSpan callerSpan, string templateName)
    {
        if (IsShipped(templateName)) return ShippedMark + templateName;
        if (folder is null) throw NotFound(callerSpan, templateName);
        var root = Path.GetFullPath(folder) + Path.DirectorySeparatorChar;
        var path = Path.GetFullPath(Path.Combine(root, templateName));
        if (!path.StartsWith(root, StringComparison.Ordinal))
            throw new ScriptRuntimeException(callerSpan, $"'{templateName}' lies outside the template's folder. Put it beside the template.");
        return File.Exists(path) ? path : throw NotFound(callerSpan, templateName);
    }

    public string Load(TemplateContext context, SourceSpan callerSpan, string templatePath)
    {
        if (templatePath.StartsWith(ShippedMark, StringComparison.Ordinal)) return ReadShipped(templatePath[ShippedMark.Length..]);
        try
        {
            return File.ReadAllText(templatePath);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ScriptRuntimeException(callerSpan, $"The file {templatePath} cannot be read: {FileTrouble.Of(e)}.", e);
        }
    }

    public ValueTask<string?> LoadAsync(TemplateContext context, SourceSpan callerSpan, string templatePath) =>
        ValueTask.FromResult<string?>(Load(context, callerSpan, templatePath));

    private static bool IsShipped(string name) =>
        name.StartsWith('_') && typeof(TemplateFiles).Assembly.GetManifestResourceNames().Contains(name, StringComparer.Ordinal);

    private static ScriptRuntimeException NotFound(SourceSpan span, string name) =>
        new(span, $"There is no file '{name}' to include, neither among the shipped partials nor beside the template.");
}
