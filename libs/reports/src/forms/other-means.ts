/** Means of disclosure that Yongshun counts apart and the statutory form counts together, as `proactive-other`. */
export const otherMeans = ['proactive-news-site', 'proactive-tv-radio', 'proactive-village-broadcast', 'proactive-further-means'];
