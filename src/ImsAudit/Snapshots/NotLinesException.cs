namespace ImsAudit.Snapshots;

/// <summary>A file that began with images a line is something else further on, or has an image twice: it is to be read the general way.</summary>
public sealed class NotLinesException() : Exception("The file is not one image a line, each once.");
