namespace ImsAudit.Snapshots;

/// <summary>The sentences about what <c>--from</c> reads.</summary>
internal static class ExpectedInput
{
    private const string Kinds = "a snapshot, saved responses of GET /v2/images ({\"images\":[...]}), an array of images, or an image a line";

    public const string Value = $"This is no image. Expected is {Kinds}.";

    public const string NoId = $"This object has no \"id\" that is a text with at least one character, so it is no image, and it has no \"images\". Expected is {Kinds}.";

    public const string Both = "This object has an \"id\" and a list of \"images\": it cannot be told whether it is an image or a response.";

    /// <param name="what">What it is, with its article.</param>
    public static string NoImage(string what) => $"This is {what}, not an image. Expected is {Kinds}.";

    public const string TwoIds = "This image has more than one \"id\", so that nobody can tell which it is. No server writes that; find out what changed the file.";

    public const string NotJson = $"This is not valid JSON. Expected is {Kinds}.";

    public const string Markup = $"This looks like a web page, not like JSON: perhaps a proxy or a login page answered in the API's place. Expected is {Kinds}.";

    public const string Empty = $"The file is empty. Expected is {Kinds}.";

    public const string Utf16 = "The text is UTF-16 (PowerShell's > writes it). Save it as UTF-8.";

    public const string Result = "This is a result of \"imsaudit scan\", not a list of images. Render it with \"imsaudit report\".";

    public const string Unpacking = "The compressed data is damaged or cut short. Save it again.";
}
