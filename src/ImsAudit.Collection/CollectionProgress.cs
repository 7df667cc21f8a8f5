using ImsAudit.Images;

namespace ImsAudit.Collection;

/// <summary>How far one listing has come: after each page, and once when it has ended.</summary>
public readonly record struct CollectionProgress(ImageScope Scope, ImageCategory Category, int Pages, long Images, bool Done);
